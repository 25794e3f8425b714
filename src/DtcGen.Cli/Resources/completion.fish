complete --command dtc --no-files --arguments '(dtc "[suggest:"(commandline --cursor)"]" (commandline | string collect) 2>/dev/null)'
