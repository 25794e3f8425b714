using System.Text.RegularExpressions;
using TorchSharp.Managed.Tests.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>
/// Every spelling of every operation, with one input made wrong at a time: it either works (some changes are allowed)
/// or says what is wrong. What may never come is an error from inside a kernel: an index, a null, a division by zero.
/// </summary>
[Collection(nameof(SharedStateCollection))]
public partial class BadInputTests
{
    /// <summary>How many of the changes, from the first, are of the shape.</summary>
    private const int ShapeChanges = 5;

    private static readonly (string Name, Func<Tensor, Tensor> Change)[] Changes =
    [
        ("one element more in the last dimension", static x => x.ndim == 0 ? x : torch.cat([x, x.narrow(-1, 0, 1)], -1)),
        ("one element more in the first dimension", static x => x.ndim == 0 ? x : torch.cat([x, x.narrow(0, 0, 1)], 0)),
        ("a dimension less", static x => x.ndim == 0 ? x : x.select(0, 0)),
        ("a dimension more", static x => x.unsqueeze(0)),
        ("no elements", static x => x.ndim == 0 ? x : x.narrow(0, 0, 0)),
        ("another type", static x => x.to_type(IsFloating(x) ? int64 : float32)),
        ("large numbers", static x => x + (IsFloating(x) ? 0 : 1000)),
        ("negative numbers", static x => x - (IsFloating(x) ? 0 : 1000)),
        ("disposed", Disposed),
    ];

    public static TheoryData<string> Operations() => [.. OperationTable.Instance.Operations.Where(static o => GoldenFile.Cases[o].First().Inputs.Length > 0)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void WrongInputIsToldClearly(string operation)
    {
        string[] failures = [.. from golden in GoldenFile.Cases[operation].Take(4)
                                from spelling in OperationTable.Instance.Of(operation)
                                from input in Enumerable.Range(0, golden.Inputs.Length)
                                from change in Changes
                                let error = Run(golden, spelling, input, change.Change)
                                where error is not null && !IsClear(error) && !IsFromTheTest(error)
                                select $"{spelling.Member}: {golden}, input {input} with {change.Name}: {error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n')[0].Trim()}"];
        Assert.True(failures.Length == 0, $"{failures.Length} unclear:\n{string.Join("\n", failures.Take(12))}");
    }

    /// <summary>
    /// Where a shape is wrong, the message says what the shapes are, as [2, 3] or 2x3, or names the operation whose rule is
    /// broken. (An operation made of others may name the inner one: so does PyTorch.)
    /// </summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void WrongShapesAreNamed(string operation)
    {
        string[] failures = [.. from golden in GoldenFile.Cases[operation].Take(4)
                                from spelling in OperationTable.Instance.Of(operation)
                                from input in Enumerable.Range(0, golden.Inputs.Length)
                                from change in Changes.Take(ShapeChanges)
                                let error = Run(golden, spelling, input, change.Change)
                                where error is not null && !IsFromTheTest(error) && !TellsWhere(error.Message, operation, spelling.Member)
                                select $"{spelling.Member}: {golden}, input {input} with {change.Name}: {error.Message}"];
        Assert.True(failures.Length == 0, $"{failures.Length} do not tell:\n{string.Join("\n", failures.Take(12))}");
    }

    [Fact]
    public void AMessageWithoutShapesOrNameIsSeen()
    {
        Assert.False(TellsWhere("Sizes do not match", "cat", "torch.cat"));
        Assert.True(TellsWhere("Sizes do not match: cat of 2 tensors", "cat", "torch.cat"));
        Assert.True(TellsWhere("the shapes are [2, 3] and [4]", "add", "torch.add"));
    }

    [Fact]
    public void AnIndexErrorIsNotClear()
    {
        Assert.False(IsClear(new IndexOutOfRangeException()));
        Assert.False(IsClear(new NullReferenceException()));
        Assert.False(IsClear(new ArgumentOutOfRangeException("index")));
        Assert.True(IsClear(new ArgumentException("conv2d: the input has shape [1, 2]")));
    }

    private static bool IsClear(Exception error) =>
        error is System.Runtime.InteropServices.ExternalException or InvalidOperationException or ObjectDisposedException or (ArgumentException and not ArgumentOutOfRangeException)
        && error.Message.Length > 0;

    /// <summary>Whether a spelling's own code stumbled, reading a size that the changed input lacks, before the engine was called.</summary>
    private static bool IsFromTheTest(Exception error) =>
        error.StackTrace?.Split('\n')[0].Contains("TorchSharp.Managed.Tests.Goldens.Families", StringComparison.Ordinal) == true;

    private static bool TellsWhere(string message, string operation, string member)
    {
        string letters = Letters(message);
        return ShapeText().IsMatch(message) || new[] { operation, member[(member.LastIndexOf('.') + 1)..] }.Any(name => letters.Contains(Letters(name), StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"\[[-0-9, ]*\]|\d+x\d+")]
    private static partial Regex ShapeText();

    private static Exception? Run(GoldenCase golden, Spelling spelling, int input, Func<Tensor, Tensor> change)
    {
        using var scope = NewDisposeScope();
        using var call = new GoldenCall(golden, GoldenMode.Double, (index, value) => index == input ? change(value) : value);
        return Record.Exception(() =>
        {
            Tensor[] outputs = spelling.Run(call);
            if (outputs.FirstOrDefault(static o => o.requires_grad) is { } output)
            {
                output.sum().backward();
            }
        });
    }

    private static bool IsFloating(Tensor x) => x.dtype is ScalarType.Float32 or ScalarType.Float64;

    private static Tensor Disposed(Tensor x)
    {
        Tensor copy = x.detach().clone();
        copy.Dispose();
        return copy;
    }
}
