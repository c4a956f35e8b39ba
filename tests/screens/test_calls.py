"""`Звонки`: a row a client, outcomes by digit, the next client under the cursor by itself."""

from tests.desk import Desk
from tests.screens.pilot import sit_at


async def test_x(desk: Desk) -> None:
    print(desk.rules())
    async with sit_at(desk) as hands:
        print("\n".join(hands.shown()))
        await hands.press("g", "c")
        print("\n".join(hands.shown()))
        await hands.press("1")
        print(hands.cursor(), hands.status())
        print("\n".join(hands.at("#card")))
