// The page calls dr_start (exports.cpp) once the runtime is up; nothing happens before.
int main() { return 0; }
