using System.CommandLine;
using DtcGen;
using DtcGen.Benchmarks;

// One verb measures libtorch's way of waiting too, so it chooses itself; its memory is as it comes.
if (args is not [StepsCommand.Name, ..])
{
    CpuThreads.WaitPassively();
    CpuMemory.KeepFreed();
}

if (args is [CompressionRun.Verb, ..])
{
    CpuMath.ComputeRepeatably();
}

var root = new RootCommand("Times DtcGen, beside its peers where they are installed, in one run on one machine; and puts it through kills, damaged files and long runs.");
foreach (var benchmark in BenchmarkTable.All)
{
    root.Subcommands.Add(BenchmarkCommand.Create(benchmark));
}

root.Subcommands.Add(SolverCommand.Create());
root.Subcommands.Add(GeneratorCommand.Create());
root.Subcommands.Add(RecordingCommand.Create());
root.Subcommands.Add(PrunedCommand.Create());
root.Subcommands.Add(ResidualCommand.Create());
root.Subcommands.Add(FeaturesCommand.Create());
root.Subcommands.Add(LatencyCommand.Create());
root.Subcommands.Add(CompressibilityCommand.Create());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(OverloadCommand.Create());
root.Subcommands.Add(WaitingCommand.Create());
root.Subcommands.Add(RepeatableCommand.Create());
root.Subcommands.Add(StepsCommand.Create());
root.Subcommands.Add(MutationsCommand.Create());
root.Subcommands.Add(KillsCommand.Create());
root.Subcommands.Add(CompressionRun.Create());
root.Subcommands.Add(SwapRun.Create());
root.Subcommands.Add(EnduranceCommand.Create());
root.Subcommands.Add(LoadCommand.Create());
root.Subcommands.Add(DocsCommand.Create());
return await root.Parse(args).InvokeAsync();
