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

    private static async Task<(int Code, string Output)> RunAsync(string args)
    {
        var (before, error) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        Console.SetOut(output);
        Console.SetError(output);
        try
        {
            var sweep = new Sweep(
                "toy",
                [Axis.Of("criterion", "l2", "dtc"), Axis.Range("budget", 0.25, 0.75, 0.25), Axis.Seeds(4)],
                static _ => new Figures());
            return (await sweep.RunAsync(args.Split(' ')), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(error);
        }
    }
}
