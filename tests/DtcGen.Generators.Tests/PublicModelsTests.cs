using System.Diagnostics;
using System.Text.Json;
using DtcGen.Tests.Shared;

namespace DtcGen.Generators.Tests;

/// <summary>The tool that measures other people's code (tests/DtcGen.PublicModels), on three classes of our own.</summary>
public sealed class PublicModelsTests
{
    private const string Source = """
        using Absent.Package;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Other;

        public class Plain : Module<Tensor, Tensor>
        {
            private readonly Linear enter = Linear(8, 6);
            private readonly Linear leave = Linear(6, 3);

            public Plain() : base(nameof(Plain)) => RegisterComponents();

            public override Tensor forward(Tensor x) => leave.call(enter.call(x).relu());
        }

        public class Deep : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Module<Tensor, Tensor>> layers = new();

            public Deep(int width, int depth) : base(nameof(Deep))
            {
                for (var i = 0; i < depth; i++)
                {
                    layers.Add(Linear(width, width, hasBias: i > 0));
                }

                layers.Add(new Plain());
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                foreach (var layer in layers)
                {
                    x = layer.call(x);
                }

                return x;
            }

            public Missing Save() => new();
        }

        public class Lost : Module<Tensor, Tensor>
        {
            private readonly Linear only = Linear(6, 8);

            public Lost(Missing how) : base(nameof(Lost)) => RegisterComponents();

            public override Tensor forward(Tensor x) => only.call(x);
        }
        """;

    [Fact]
    public async Task EachClassIsMarkedInTurnAndRun()
    {
        using var folder = new TemporaryFolder();
        var sources = Directory.CreateDirectory(folder.File("someone+something"));
        await File.WriteAllTextAsync(Path.Combine(sources.FullName, "Networks.cs"), Source);
        await Run(sources.FullName, "--json", folder.File("classes.json"), "--out", folder.File("page.md"));

        using var classes = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("classes.json")));
        Assert.Equal(
            [
                ("Other.Plain", "Read", false, "Passes"),
                ("Other.Deep", "Recorded", true, "Passes"),
                ("Other.Lost", "NotCompiled", false, null),
            ],
            classes.RootElement.EnumerateArray().Select(static found => (
                found.GetProperty("Name").GetString(),
                found.GetProperty("Verdict").GetString(),
                found.GetProperty("IsWhole").GetBoolean(),
                found.GetProperty("Trial") is { ValueKind: JsonValueKind.Object } trial
                    ? trial.GetProperty("Outcome").GetString()
                    : null)));
        var page = await File.ReadAllTextAsync(folder.File("page.md"));
        Assert.Contains("| someone/something | 3 | 2 | 1 | 1 | 0 |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lost", page, StringComparison.Ordinal);
    }

    private static async Task Run(params string[] arguments)
    {
        // It has packages that the tests have not, so it runs where it was built.
        var tool = AppContext.BaseDirectory.Replace("DtcGen.Generators.Tests", "DtcGen.PublicModels", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(tool, "DtcGen.PublicModels.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
