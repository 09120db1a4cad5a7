// One lead all the way, in a real browser against a real server.
