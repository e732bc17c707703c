// Filled in with the forms of meetings and statements.
