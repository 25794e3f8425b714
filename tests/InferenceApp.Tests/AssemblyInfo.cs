// The meters of all servers in one process have the same names, so a server's figures are its own only when it is alone.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
