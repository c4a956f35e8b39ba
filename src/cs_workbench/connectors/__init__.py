"""The world outside: files and services turned into typed lines that actions take."""
