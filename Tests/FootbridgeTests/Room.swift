// The room's first test comes here.
