#include "console.h"

#include <string.h>

void *console_commands(void *arg)
{
    struct console *console = arg;
    char command[80];
    while (text_stream_line(console->text, command, sizeof command)) {
        if (strcmp(command, "exit\n") == 0)
            break;
    }
    return NULL;
}
