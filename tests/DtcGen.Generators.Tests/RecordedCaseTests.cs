using System.Runtime.CompilerServices;
using DtcGen.Recording;
using Microsoft.CodeAnalysis;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Small models, each with one habit of real code that a reader of source could get wrong, and models after the patterns of public
/// ones (P01 to P10): recorded or refused, and never anything else than what the model computes.
/// </summary>
public sealed class RecordedCaseTests(ITestOutputHelper output)
{
    // What no file can do, by the words that say so.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["D1_dropout_default"] = "it drops in evaluation mode too",
        ["L12_lambda_field"] = "a delegate that was made outside of forward is called",
        ["L32_unseen_in_place"] = "a delegate that was made outside of forward is called",
        ["L24_item"] = "reads entries of a tensor into the program",
        ["W09_refused"] = "by a mask, which has as many entries as it chooses",
        ["W10_unseen_base"] = "shares memory with one that was changed in place",
        ["X11_offsets"] = "with offsets",
        ["U1_not_registered_bn"] = "it stays in training mode",
        ["N2_bn_notrack"] = "has no running statistics",
        ["N7_embedding_maxnorm"] = "max_norm changes its weights at each call",
        ["V17_registered_early"] = "it stays in training mode",
        ["V18_registered_as_another"] = "it stays in training mode",
        ["V30_dropout_kept_on"] = "it drops in evaluation mode too",
        ["V37_hook"] = "a hook of 'a' runs with it",
        ["S2_flatten0"] = "with a batch of one",
        ["V92_squeeze_of_the_batch"] = "with a batch of one",
        ["V29_reshape_in_place"] = "with a batch of one",
        ["V36_train_overridden"] = "it stays in training mode",
        ["V68_mode_of_a_layer"] = "it stays in training mode",
    };

    // What Record refuses, by the words that say so.
    private static readonly Dictionary<string, string> NotRecorded = new(StringComparer.Ordinal)
    {
        ["V35_weight_changed_in_forward"] = "it returns other numbers when its forward runs again",
    };

    // An error at compile time; one whose objects share a layer, which this test takes for different ones; what does not run with
    // gradients, as this test runs it; and what takes other than this test gives.
    private static readonly HashSet<string> Left =
    [
        "V115_static_virtual", "V42_cached_factory", "V58_part_changed_in_place", "V77_mean_of_another_type", "V85_forward_with_a_number",
    ];

    /// <summary>The models after the patterns of public ones.</summary>
    public static IEnumerable<string> Patterns
        => Directory.GetFiles(Folder(), "P*.cs")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder(), "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file))
            .Concat(CaseFile.Names().Where(static name => CaseFile.Of(name).Expected != "refused" && !Left.Contains(name)))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsWhatItsModelComputes(string name)
    {
        using var scope = NewDisposeScope();
        var generated = Generated.Run(Source(name));
        Assert.DoesNotContain(generated.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var inputs = Text(name)
            .Split('\n')[0]
            .Replace("// input:", string.Empty, StringComparison.Ordinal)
            .Split('|', StringSplitOptions.TrimEntries);
        Tensor[] Batch(long size) => [.. inputs.Select(input => Make(input, size))];
        if (NotRecorded.TryGetValue(name, out var why))
        {
            Assert.Contains(
                why,
                Assert.ThrowsAny<InvalidOperationException>(() => RecordedCase.Make(generated, Batch(2))).Message,
                StringComparison.Ordinal);
            return;
        }

        using var model = RecordedCase.Make(generated, Batch(2));
        output.WriteLine(
            $"{(model.Module is IRecordedModel ? "recorded" : "read")}: {string.Join(", ", model.Neurons.Groups.Select(NetworkGroup.MembersOf))}");
        foreach (var pinned in model.Neurons.Pinned)
        {
            output.WriteLine($"{pinned.Layer} stays: {pinned.Reason}");
        }

        if (Refused.TryGetValue(name, out var words) && model.Module is IRecordedModel)
        {
            Assert.Contains(
                words,
                Assert.Throws<Onnx.OnnxExportException>(() => RecordedCase.CheckExport(model, Batch(2))).Message,
                StringComparison.Ordinal);
            return;
        }

        RecordedCase.CheckExport(model, Batch(1), Batch(37));
        RecordedCase.CheckClips(generated, Batch(2), Batch(5));
    }

    /// <summary>A case as a file of its own, to be recorded.</summary>
    internal static string Source(string name)
        => "using System.Linq;\n" + ModelSource.Usings[..ModelSource.Usings.IndexOf("namespace", StringComparison.Ordinal)]
            + ModelSource.Recorded(Text(name));

    private static string Text(string name)
        => Path.Combine(Folder(), $"{name}.cs") is var own && File.Exists(own) ? File.ReadAllText(own) : CaseFile.Of(name).Text;

    // float 8,9,9 or long 6 32, where the last is the number of words.
    private static Tensor Make(string input, long batch)
    {
        var parts = input.Split(' ');
        long[] shape = [
            batch, .. parts[1].Split(',').Select(static size => long.Parse(size, System.Globalization.CultureInfo.InvariantCulture))
        ];
        return parts[0] == "long"
            ? randint(long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), shape, ScalarType.Int64)
            : randn(shape);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "RecordedCases");
}
