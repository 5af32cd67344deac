// The room's first type comes here.
