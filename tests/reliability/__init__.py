"""What a trustworthy program passes: each number of the reliability suite, and the tests that hold it.

Names without a folder are of this one; a test bears the name of its number. Numbers that are not here belong to what
is still to come.

 1 two windows lose no update              test_two_windows
 2 a savepoint goes with its transaction   test_two_windows
 3 a stale form is refused                 test_two_windows, domain/clients/test_card
 4 no open transaction when idle           test_screens
 5 WAL by the version of SQLite            storage/test_driver
 6 references in every connection          test_two_windows, storage/test_driver
 7 fifty times kill -9                     terminal/test_kill
 8 a full disk keeps everything            test_disk
 9 a read-only file                        test_disk
10 settings on a full disk                 nothing to hold: they are only read
11 no file I/O on a live database          test_file_io
12 a suspended window blocks nobody        terminal/test_program
13 a clock set back                        test_clock, storage/test_journal
14 money is exact                          test_money, kernel/test_money
15 Cyrillic is searched and sorted         test_cyrillic, domain/clients/test_finding
18 a copy is verified                      storage/test_backup
19 a copy before what is risky             test_restoring, test_migrating, storage/test_backup
20 the drill of restoring                  test_restoring, storage/test_backup
22 an upgrade shows the same counts        test_migrating
23 a migration keeps children, triggers    test_migrating
24 a migration killed half way             test_migrating
25 a newer schema is refused               test_migrating
27 the demo and the real profile           test_demo
28 undo of one act                         storage/test_undo, properties/test_undo
29 undo under a filter                     test_screens
30 undo of what was sent                   storage/test_undo
31 the same statement again                domain/billing/test_bank_statement, cli/test_import_bank
32 two equal payments of one day           domain/billing/test_bank_statement, connectors/test_bank_file_fingerprints
33 an import is all or nothing             terminal/test_kill
34 the balance of a statement              connectors/test_bank_file_totals
41 both layouts                            test_layout_matrix, widgets/test_layout_keys, terminal/test_keyboard_bytes
42 hostile text everywhere                 test_hostile_text, test_command_line, widgets/test_hostile_text
43 no raw controls                         terminal/test_program, test_command_line
44 signals restore the terminal            terminal/test_program, terminal/test_keyboard_bytes
45 a crash report has no data              terminal/test_program, test_command_line
46 exit codes                              terminal/test_program, cli/test_commands
47 a closed screen cuts no import          test_screens
49 sizes                                   test_screens, widgets/test_widths
50 no meaning by colour alone              test_screens, widgets/test_theme
51 idle                                    terminal/test_program, terminal/test_keyboard_bytes
54 keys at random                          test_typing
57 rights                                  test_private, storage/test_backup, storage/test_driver
"""
