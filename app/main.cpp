#include "app/commands/commands.h"

int main(int argc, char** argv) { return gbs::run_command(argc, argv); }
