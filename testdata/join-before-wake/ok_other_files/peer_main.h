#ifndef PEER_MAIN_H
#define PEER_MAIN_H

void *peer_main(void *arg);

#endif
