using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Hazards;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Tests.Hazards;

/// <summary>TorchSharp's hazards: reported at the expression, and nowhere else.</summary>
public sealed class HazardTests
{
    private const string Plain = "private readonly Linear fc1 = Linear(6, 8); private readonly Linear fc2 = Linear(8, 3); "
        + "public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));";

    public static TheoryData<string> Cases => [.. HazardCases.All.Select(static hazard => hazard.ToString())];

    public static TheoryData<string> SafeForms => [.. HazardCases.All.SelectMany(static hazard => hazard.Safe)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task IsReportedAtTheExpression(string name)
    {
        var hazard = Case(name);
        var reported = Assert.Single(await HazardRun.ReportAsync(Marked(hazard.Members)));
        Assert.Equal((hazard.Id, hazard.At), (reported.Id, reported.At));
        Assert.Contains(hazard.Says, reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task IsSilentWithAVersionThatIsNotInTheTable(string name)
    {
        Assert.Empty(await HazardRun.ReportAsync(Marked(Case(name).Members), new Version(0, 108, 0, 0)));
        Assert.Empty(await HazardRun.ReportAsync(Marked(Case(name).Members), new Version(0, 106, 9, 0)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task IsSilentUnderAPragma(string name)
    {
        var hazard = Case(name);
        var source = Marked($"\n#pragma warning disable {hazard.Id} // meant so\n{hazard.Members}\n#pragma warning restore {hazard.Id}\n");
        Assert.Empty(await HazardRun.ReportAsync(source));
    }

    [Theory]
    [MemberData(nameof(SafeForms))]
    public async Task SafeFormsAreSilent(string members) => Assert.Empty(await HazardRun.ReportAsync(Marked(members)));

    [Fact]
    public async Task ABlockBesideAMarkedModelIsLookedAt()
        => Assert.Equal(
            ["DTC020", "DTC029"],
            (await HazardRun.ReportAsync(ModelSource.Of(Plain, others: """
                public sealed class Block : Module<Tensor, Tensor>
                {
                    private readonly Hardtanh act = Hardtanh();
                    public Block() : base("Block") => RegisterComponents();
                    public override Tensor forward(Tensor x) => act.call(functional.pad(x, 1));
                }
                """))).Select(static reported => reported.Id));

    [Fact]
    public async Task TrainingCodeIsLookedAtAndItsPaddingIsNot()
        => Assert.Equal(
            ["DTC026", "DTC030"],
            (await HazardRun.ReportAsync(ModelSource.Of(Plain, others: """
                public static class Training
                {
                    public static Tensor Loss(Tensor x, Tensor y) => functional.kl_div(x, y);
                    public static void Start(Tensor w, Generator g) => init.normal_(w, generator: g);
                    public static Tensor Border(Tensor matrix) => functional.pad(matrix, 1);
                }
                """))).Select(static reported => reported.Id));

    [Fact]
    public async Task AProjectWithoutAMarkedModelIsLeftAlone()
    {
        foreach (var hazard in HazardCases.All)
        {
            Assert.Empty(await HazardRun.ReportAsync(Marked(hazard.Members).Replace("[DualTomographic]", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task WhatIsGeneratedIsLeftAlone()
    {
        var generated = Generated.Run(ModelSource.Of(
            "private readonly Conv2d conv = Conv2d(3, 8, 3); private readonly GroupNorm norm = GroupNorm(2, 8); "
            + "private readonly Conv2d last = Conv2d(8, 3, 1); "
            + "public override Tensor forward(Tensor x) => last.call(norm.call(conv.call(x)));"));
        Assert.Contains("norm", generated.Sources.Single().Text, StringComparison.Ordinal);
        Assert.Equal("DTC021", Assert.Single(await HazardRun.ReportAsync(generated.Compilation)).Id);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("True", 1)]
    [InlineData("false", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public async Task AModelCompiledAheadOfTimeIsWarnedOf(string? publishAot, int count)
    {
        var reported = await HazardRun.ReportAsync(Generated.Run(ModelSource.Of(Plain)).Compilation, publishAot: publishAot);
        Assert.Equal(count, reported.Length);
        Assert.All(reported, static warning =>
        {
            Assert.Equal("DTC034", warning.Id);
            Assert.Equal("Net", warning.At);
            Assert.Contains("TorchSharp 0.107.0 finds no parameters in 'Net'", warning.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task AheadOfTimeIsSilentWithALaterVersion()
        => Assert.Empty(await HazardRun.ReportAsync(Marked(""), new Version(0, 108, 0, 0), publishAot: "true"));

    [Theory]
    [InlineData("0.106.9", false)]
    [InlineData("0.107.0", true)]
    [InlineData("0.107.0.0", true)]
    [InlineData("0.107.1.0", false)]
    [InlineData("0.108", false)]
    public void TheTableTellsWhichVersionsAreAffected(string version, bool affected)
        => Assert.All(AffectedVersions.Hazards, id => Assert.Equal(affected, AffectedVersions.Include(id, Version.Parse(version))));

    [Fact]
    public void EveryHazardHasARangeAndACase()
    {
        string[] hazards = [.. Ids(Descriptors.All).Where(static id => string.CompareOrdinal(id, "DTC020") >= 0)];
        Assert.Equal(hazards, AffectedVersions.Hazards.Order(StringComparer.Ordinal));
        Assert.Equal(hazards, HazardCases.All.Select(static hazard => hazard.Id).Append("DTC034").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(hazards, Ids(new HazardAnalyzer().SupportedDiagnostics));
    }

    private static IEnumerable<string> Ids(IEnumerable<DiagnosticDescriptor> descriptors)
        => descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal);

    private static HazardCase Case(string name) => HazardCases.All.Single(hazard => hazard.ToString() == name);

    private static string Marked(string members) => ModelSource.Of(Plain + members);
}
