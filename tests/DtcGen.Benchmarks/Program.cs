using System.CommandLine;
using DtcGen.Benchmarks;

RootCommand root = new("Times this repository's engine beside its peers, in one run on one machine.");
foreach (IBenchmark benchmark in BenchmarkTable.All)
{
    root.Subcommands.Add(BenchmarkCommand.Create(benchmark));
}

root.Subcommands.Add(SolverCommand.Create());
root.Subcommands.Add(GeneratorCommand.Create());
root.Subcommands.Add(CompressibilityCommand.Create());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(DocsCommand.Create());
return await root.Parse(args).InvokeAsync();
