using Xunit.Abstractions;

namespace DtcGen.Benchmarks.Tests;

/// <summary>The campaigns of docs/reliability.md in short, from another seed each time.</summary>
public sealed class CampaignTests(ITestOutputHelper output)
{
    private const int Mutants = 1000;
    private const int Kills = 5;
    private const int Clips = 100;
    private const double MostMegabytes = 65;

    private readonly int _seed = Random.Shared.Next();

    [Fact]
    public void EveryDamagedFileIsReadOrRefusedByName()
    {
        output.WriteLine($"seed {_seed}");
        Assert.All(MutationCampaign.Run(Mutants, _seed), result =>
        {
            Assert.Null(result.FirstUnhandled);
            Assert.InRange(result.Refused, Mutants / 4, Mutants);
            Assert.True(result.MostMegabytes < MostMegabytes, $"{result}, seed {_seed}");
        });
    }

    [Fact]
    public void AMutantDependsOnItsNumberAlone()
    {
        const string format = "IDX in gzip";
        var whole = Assert.Single(MutationCampaign.Run(40, _seed, format));
        var parts = new[] { 0, 20 }.Select(first => Assert.Single(MutationCampaign.Run(20, _seed, format, first)));
        Assert.Equal(whole.Refused, parts.Sum(static part => part.Refused));
    }

    [Fact]
    public void ALongCompressionHoldsNoMoreAtItsEnd()
    {
        var results = EnduranceCampaign.Run(Clips, points: 5);
        Assert.Equal(5, results.Count);
        Assert.True(EnduranceCampaign.IsFlat(results), string.Join('\n', results));
    }

    [Fact]
    public async Task ManyRequestsAreAnsweredBesideSlowClientsToo()
    {
        var results = await LoadCampaign.RunAsync(requests: 4000, parts: 2, slow: 16);
        Assert.True(LoadCampaign.IsFine(results), string.Join('\n', results));
    }

    [Theory]
    [InlineData("main job")]
    [InlineData("compression")]
    [InlineData("served model")]
    public void AKilledProgramLeavesWholeFilesAndGoesOn(string program)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // What holds a file open keeps it there.
        }

        output.WriteLine($"seed {_seed}");
        using IKillTarget target = program switch
        {
            "main job" => new MainJobTarget(),
            "compression" => new CompressionTarget(clips: 40),
            _ => new SwapTarget(),
        };
        var result = KillCampaign.Run(target, Kills, _seed);
        Assert.Null(result.FirstFault);
        Assert.Equal(Kills, result.Kills);
        Assert.True(result.Ended >= 2);
    }
}
