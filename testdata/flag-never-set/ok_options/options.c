#include "client.h"

void client_options_init(struct client_options *opt)
{
    opt->timeout = 30;
    opt->keep_alive = true;
    opt->close_on_free = false;
}
