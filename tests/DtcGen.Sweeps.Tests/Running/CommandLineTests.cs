namespace DtcGen.Sweeps.Tests;

/// <summary>What can be said without a cell running, in this process. No other class of tests takes the console.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run --processes 0", "--processes: 0 is out of range; give a whole number from 1 to 1024.")]
    [InlineData("run --cells 3-1", "'3-1' is no cell and no range of cells")]
    [InlineData("run --cells 0-99", "there is no cell 99: the grid has 24 cells, from 0 to 23.")]
    [InlineData("cell 24", "there is no cell 24")]
    [InlineData("cell x", "x")]
    [InlineData("status", "holds no sweep yet")]
    [InlineData("merge", "holds no sweep yet")]
    [InlineData("slurm --partition a#b", "--partition")]
    [InlineData("kubernetes", "--image")]
    public async Task WhatCannotBeDoneIsRefused(string args, string message)
    {
        var (code, output) = await RunAsync(args == "kubernetes" ? args : $"{args} --out {_folder.File("out")}");
        Assert.Equal(SweepExitCode.BadInput, code);
        Assert.Contains(message, output);
    }

    [Theory]
    [InlineData("--help", "The sweep 'toy': 24 cells, criterion (2) x budget (3) x seed (4).")]
    [InlineData("run --help", "the same command again goes on where it was stopped")]
    [InlineData("cell --help", "A cell that has a result ends at once.")]
    [InlineData("status --help", "May be asked while others work.")]
    [InlineData("merge --help", "The figures follow from the results alone, in whatever order they came.")]
    [InlineData("slurm --help", "Slurm does the scheduling.")]
    [InlineData("kubernetes --help", "Indexed Job")]
    public async Task HelpSaysWhatThereIs(string args, string text)
    {
        var (code, output) = await RunAsync(args);
        Assert.Equal(0, code);
        Assert.Contains(text, output.ReplaceLineEndings(" "));
        Assert.Contains("130  stopped by Ctrl-C", output);
    }

    [Fact]
    public async Task TheFirstAxisMayGetMoreValuesAtItsEnd()
    {
        var few = Seeded(1);
        var more = Seeded(3);
        Assert.Equal(0, (await RunAsync("cell 1", few)).Code);
        Assert.Equal(0, (await RunAsync("cell 5", more)).Code);
        Assert.Equal(0, (await RunAsync("cell 0", few)).Code);

        Assert.Equal([(0, 0), (1, 1)], Results(few));
        Assert.Equal([(0, 0), (1, 1), (5, 5)], Results(more));
        foreach (var (other, message) in new[]
        {
            (Seeded(3, first: 2), "axis 'seed' was 1, 2, 3 and is 2, 3, 4"),
            (Seeded(3, "l2", "l1", "dtc"), "axis 'criterion' was l2, dtc and is l2, l1, dtc"),
        })
        {
            var (code, output) = await RunAsync("cell 2", other);
            Assert.Equal(SweepExitCode.BadInput, code);
            Assert.Contains(message, output);
        }

        (int, int)[] Results(Sweep sweep) =>
            [.. sweep.Read(_folder.File("out")).Select(static r => (r.Number, (int)r.Figures!.Single["cell"]))];
    }

    private static Sweep Seeded(int seeds, params string[] criteria) => Seeded(seeds, 1, criteria);

    private static Sweep Seeded(int seeds, int first, params string[] criteria) => new(
        "seeded",
        [Axis.Seeds(seeds, first), Axis.Of("criterion", criteria.Length > 0 ? criteria : ["l2", "dtc"])],
        static cell => new Figures { { "cell", cell.Number } });

    private Task<(int Code, string Output)> RunAsync(string args, Sweep sweep) => RunAsync($"{args} --out {_folder.File("out")}".Split(' '), sweep);

    private static Task<(int Code, string Output)> RunAsync(string args) => RunAsync(
        args.Split(' '),
        new Sweep(
            "toy",
            [Axis.Of("criterion", "l2", "dtc"), Axis.Range("budget", 0.25, 0.75, 0.25), Axis.Seeds(4)],
            static _ => new Figures()));

    private static async Task<(int Code, string Output)> RunAsync(string[] args, Sweep sweep)
    {
        var (before, error) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        Console.SetOut(output);
        Console.SetError(output);
        try
        {
            return (await sweep.RunAsync(args), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(error);
        }
    }
}
