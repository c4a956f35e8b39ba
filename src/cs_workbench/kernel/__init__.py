"""The vocabulary of the whole program: values, refusals, actions, rules and the queue. No SQL, no Textual."""
