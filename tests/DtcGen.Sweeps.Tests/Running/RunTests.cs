using System.Text.Json;

namespace DtcGen.Sweeps.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ACellThatThrowsIsRecordedAndOneWhoseProcessDiesIsStartedAgain()
    {
        var (code, output) = ToyProcess.Run("seeds=1 fail=2 die=3 run --processes 2", Out);

        Assert.Equal(SweepExitCode.Incomplete, code);
        Assert.Contains("cell 3 (criterion=dtc budget=0.25 seed=1): its process ended with code", output);
        Assert.Contains("(attempt 1 of 3)", output);
        const string Failure = "cell 2 (criterion=l2 budget=0.75 seed=1) failed: InvalidOperationException: The toy of criterion=l2 budget=0.75 seed=1 is broken.";
        Assert.Contains("5 of 6 cells done, 1 failed, 0 missing", output);
        Assert.Contains(Failure, output);
        Assert.Equal(6, ToyFolder.Results(Out).Count);
        Assert.Contains("the toy of criterion=dtc budget=0.25 seed=1 says so", File.ReadAllText(Path.Combine(Out, "logs", "0003.txt")));

        var status = ToyProcess.Run("seeds=1 status", Out);
        Assert.Equal(SweepExitCode.Incomplete, status.Code);
        Assert.Contains(Failure, status.Output);

        // What failed runs again when it is asked for, and nothing else does.
        var before = ToyFolder.Results(Out);
        var retried = ToyProcess.Run("seeds=1 run --retry", Out);
        Assert.Equal((SweepExitCode.Done, true), (retried.Code, retried.Output.Contains("6 of 6 cells done", StringComparison.Ordinal)));
        Assert.Equal(["0002.json"], ToyFolder.Results(Out).Where(f => f.Value != before[f.Key]).Select(static f => f.Key));
    }

    [Fact]
    public void AResultSaysWhereItComesFrom()
    {
        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("cell 4", Out).Code);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "cells", "0004.json")));
        var root = json.RootElement;
        Assert.Equal("""{"criterion":"l2","budget":"0.5","seed":"1"}""", Compact(root.GetProperty("axes")));
        Assert.Equal(1, root.GetProperty("seed").GetInt32());
        Assert.Equal("""{"epochs":"5"}""", Compact(root.GetProperty("settings")));
        Assert.Equal("toysweep", root.GetProperty("code").GetProperty("program").GetString());
        Assert.Equal("5.0.0", root.GetProperty("code").GetProperty("packages").GetProperty("MathNet.Numerics").GetString());
        Assert.Equal(Environment.MachineName, root.GetProperty("host").GetProperty("name").GetString());
        Assert.Equal(5, root.GetProperty("figures").GetProperty("loss by epoch").GetArrayLength());
    }

    [Fact]
    public void ACellThatDiesEveryTimeIsMissingAndTheOthersGoOn()
    {
        var (code, output) = ToyProcess.Run("seeds=1 dies=0 run --cells 0-1 --attempts 2", Out);
        Assert.Equal(SweepExitCode.Incomplete, code);
        Assert.Contains("(attempt 2 of 2)", output);
        Assert.Contains("1 of 2 cells done, 0 failed, 1 missing", output);
        Assert.Contains("missing: 0", output);
        Assert.Equal(["0001.json"], ToyFolder.Results(Out).Keys);
    }

    [Fact]
    public void AGridThatChangedIsRefusedWithTheDifference()
    {
        ToyProcess.Run("seeds=1 cell 0", Out);
        foreach (var verb in (string[])["run", "cell 1", "status", "merge", "slurm --dry-run"])
        {
            var (code, output) = ToyProcess.Run($"seeds=3 epochs=6 {verb}", Out);
            Assert.Equal(SweepExitCode.BadInput, code);
            Assert.Contains("axis 'seed' was 1 and is 1, 2, 3", output);
            Assert.Contains("setting 'epochs' was 5 and is 6", output);
        }

        Assert.Equal(["0000.json"], ToyFolder.Results(Out).Keys);
    }

    [Fact]
    public void TheSecondProgramIsToldWhoHoldsTheFolderOrWaits()
    {
        using var first = ToyProcess.Start("seeds=1 pause=60000 run --cells 0", Out);
        first.WaitUntil(() => File.Exists(Path.Combine(Out, "logs", "0000.txt")));
        var (code, output) = ToyProcess.Run("seeds=1 run --cells 1", Out);
        Assert.Equal(SweepExitCode.Held, code);
        Assert.Contains($"held by 'run' in process {first.Id} on {Environment.MachineName}", output);

        // A lock goes with its process, however that ends; and the cell, which has minutes to go, notices that nobody waits for it.
        using var second = ToyProcess.Start("seeds=1 run --cells 0-1 --wait", Out);
        second.WaitUntil(() => second.Output.Contains("Waiting for", StringComparison.Ordinal));
        first.Kill(withCells: false);
        Assert.Equal(SweepExitCode.Done, second.WaitForEnd());
        Assert.Equal(["0000.json", "0001.json"], ToyFolder.Results(Out).Keys.Order());
    }

    [Fact]
    public void TwoProcessesAtOneCellRunItOnce()
    {
        using var first = ToyProcess.Start("pause=100 cell 0", Out);
        using var second = ToyProcess.Start("pause=100 cell 0", Out);
        Assert.Equal((SweepExitCode.Done, SweepExitCode.Done), (first.WaitForEnd(), second.WaitForEnd()));
        string[] outputs = [first.Output, second.Output];
        Assert.Single(outputs, static o => o.Contains("the toy of criterion=l2 budget=0.25 seed=1 says so", StringComparison.Ordinal));
        Assert.Single(outputs, static o => o.Contains("Cell 0 (criterion=l2 budget=0.25 seed=1) has a result already.", StringComparison.Ordinal));
    }

    [Fact]
    public void DamagedAndForeignResultsAreNamed()
    {
        ToyProcess.Run("cell 0", Out);
        var file = Path.Combine(Out, "cells", "0000.json");
        File.Copy(file, Path.Combine(Out, "cells", "0001.json"));
        var foreign = ToyProcess.Run("merge", Out);
        Assert.Equal(SweepExitCode.BadInput, foreign.Code);
        Assert.Contains("0001.json is a result for criterion=l2 budget=0.25 seed=1 epochs=5, and cell 1 is criterion=l2 budget=0.25 seed=2", foreign.Output);

        File.Delete(Path.Combine(Out, "cells", "0001.json"));
        File.WriteAllText(file, File.ReadAllText(file)[..100]);
        var damaged = ToyProcess.Run("merge", Out);
        Assert.Equal(SweepExitCode.BadInput, damaged.Code);
        Assert.Contains("0000.json is damaged", damaged.Output);
        Assert.Contains("Delete it, and the cell runs again.", damaged.Output);
    }

    [Fact]
    public void AFolderThatCannotBeOneIsNamed()
    {
        File.WriteAllText(Out, "a file");
        var (code, output) = ToyProcess.Run("run", Out);
        Assert.Equal(SweepExitCode.BadInput, code);
        Assert.Contains($"the folder {Out} cannot be used", output);
    }

    [UnixFact]
    public void CtrlCKeepsWhatIsDoneAndSaysWhere()
    {
        // However late the signal comes on a busy machine, cells are left.
        using var toy = ToyProcess.Start("seeds=2 pause=400 run --processes 2", Out);
        toy.WaitUntil(() => ToyFolder.Results(Out).Count > 0);
        toy.SendInterrupt();
        Assert.Equal(SweepExitCode.Stopped, toy.WaitForEnd());
        var kept = ToyFolder.Results(Out);
        Assert.InRange(kept.Count, 1, 11);
        Assert.Contains($"Stopped: {kept.Count} of 12 cells have a result in {Out}; the same command goes on from there.", toy.Output);

        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("seeds=2 run", Out).Code);
        Assert.All(kept, f => Assert.Equal(f.Value, ToyFolder.Results(Out)[f.Key]));
    }

    [Fact]
    public void TheProgressOfARunningCellIsShown()
    {
        using var toy = ToyProcess.Start("seeds=1 pause=400 run --cells 1", Out);
        var status = string.Empty;
        toy.WaitUntil(() => (status = ToyProcess.Run("seeds=1 status", Out).Output).Contains("epoch", StringComparison.Ordinal));
        Assert.Contains("  cell 1 (criterion=l2 budget=0.5 seed=1) runs: ", status);
        Assert.Matches($@" %, epoch \d of 5, on {Environment.MachineName}", status);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
