from alongside.doors.terminal.main import main

raise SystemExit(main())
