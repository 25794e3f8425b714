using System.Globalization;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// A layer or function that is recorded as the steps which its definition has. Each step is computed, and nothing is noted before
/// the last of them is what TorchSharp itself computed: what a definition got wrong, or cannot know, is an opaque step.
/// </summary>
/// <param name="recorder">Where to note them.</param>
/// <param name="name">What their names begin with.</param>
internal sealed class Composition(Recorder recorder, string name)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly List<Action> _steps = [];

    /// <summary>Adds a step.</summary>
    /// <param name="kind">What it computes.</param>
    /// <param name="function">The function, where the kind stands for several.</param>
    /// <param name="inputs">Tensors and numbers.</param>
    /// <param name="result">What it computed.</param>
    /// <param name="arguments">Its settings.</param>
    /// <returns>The result.</returns>
    public Tensor Step(
        OperatorKind kind, string function, IReadOnlyList<object> inputs, Tensor result, params IReadOnlyList<object?> arguments)
    {
        _steps.Add(() => recorder.Add(kind, function, Named(Title(kind, function)), inputs, arguments, [result]));
        return result;
    }

    public Tensor Add(Tensor x, Tensor y) => Step(OperatorKind.Add, string.Empty, [x, y], x + y);

    public Tensor Add(Tensor x, double number) => Step(OperatorKind.Add, string.Empty, [x, number], x + number);

    public Tensor Sub(Tensor x, Tensor y) => Step(OperatorKind.Sub, string.Empty, [x, y], x - y);

    public Tensor Mul(Tensor x, Tensor y) => Step(OperatorKind.Mul, string.Empty, [x, y], x * y);

    public Tensor Mul(Tensor x, double number) => Step(OperatorKind.Mul, string.Empty, [x, number], x * number);

    public Tensor Div(Tensor x, Tensor y) => Step(OperatorKind.Div, string.Empty, [x, y], x / y);

    public Tensor Pow(Tensor x, double number) => Step(OperatorKind.Pow, string.Empty, [x], x.pow(number), number);

    public Tensor Exp(Tensor x) => Step(OperatorKind.Exp, string.Empty, [x], x.exp());

    public Tensor Log(Tensor x) => Step(OperatorKind.Log, string.Empty, [x], x.log());

    public Tensor Abs(Tensor x) => Step(OperatorKind.Abs, string.Empty, [x], x.abs());

    public Tensor Floor(Tensor x) => Step(OperatorKind.Unary, "Floor", [x], x.floor());

    public Tensor Greater(Tensor x, double number) => Step(OperatorKind.Binary, "Greater", [x, number], x > number);

    public Tensor Equal(Tensor x, object other)
        => Step(OperatorKind.Binary, "Equal", [x, other], other is Tensor tensor ? x.eq(tensor) : x.eq(Convert.ToDouble(other, Invariant)));

    public Tensor Less(Tensor x, double number) => Step(OperatorKind.Binary, "Less", [x, number], x < number);

    public Tensor Where(Tensor condition, Tensor x, Tensor y)
        => Step(OperatorKind.Where, string.Empty, [condition, x, y], where(condition, x, y));

    /// <summary>What a division towards zero leaves, of the sign of what is divided.</summary>
    public Tensor Fmod(Tensor x, object divisor)
        => Step(
            OperatorKind.Binary, "Fmod", [x, divisor], divisor is Tensor by ? x.fmod(by) : x.fmod(Convert.ToDouble(divisor, Invariant)));

    public Tensor Div(Tensor x, double number) => Step(OperatorKind.Div, string.Empty, [x, number], x / number);

    public Tensor Sqrt(Tensor x) => Step(OperatorKind.Sqrt, string.Empty, [x], x.sqrt());

    public Tensor Neg(Tensor x) => Step(OperatorKind.Neg, string.Empty, [x], x.neg());

    public Tensor Sigmoid(Tensor x) => Step(OperatorKind.Sigmoid, string.Empty, [x], x.sigmoid());

    public Tensor Tanh(Tensor x) => Step(OperatorKind.Tanh, string.Empty, [x], x.tanh());

    public Tensor Relu(Tensor x) => Step(OperatorKind.Relu, string.Empty, [x], x.relu());

    public Tensor Gelu(Tensor x) => Step(OperatorKind.Gelu, string.Empty, [x], x.gelu());

    public Tensor Clamp(Tensor x, double least, double most)
        => Step(OperatorKind.Clamp, string.Empty, [x], x.clamp(least, most), least, most);

    public Tensor ClampMin(Tensor x, double least) => Step(OperatorKind.Clamp, string.Empty, [x], x.clamp_min(least), least, null);

    public Tensor Softmax(Tensor x, long dim) => Step(OperatorKind.Softmax, string.Empty, [x], x.softmax(dim), dim);

    public Tensor Matmul(Tensor x, Tensor y)
        => ProductSizes.Fit(x.shape, y.shape)
            ? Step(OperatorKind.Matmul, string.Empty, [x, y], x.matmul(y))
            : throw new UnfollowedException("of sizes that its definition does not have");

    public Tensor Linear(Tensor x, Tensor weight, Tensor? bias)
        => Step(OperatorKind.Functional, "Linear", bias is null ? [x, weight] : [x, weight, bias], nn.functional.linear(x, weight, bias));

    public Tensor LayerNorm(Tensor x, Tensor weight, Tensor bias)
        => Step(
            OperatorKind.Functional,
            "LayerNorm",
            [x, weight, bias],
            nn.functional.layer_norm(x, weight.shape, weight, bias),
            weight.shape,
            1e-5,
            true);

    public Tensor Cast(Tensor x, ScalarType type)
        => x.dtype == type ? x : Step(OperatorKind.Cast, string.Empty, [x], x.to(type), (long)type);

    public Tensor MaskedFill(Tensor x, Tensor mask, double value)
        => Step(OperatorKind.Where, "masked_fill", [mask, x, value], x.masked_fill(mask, value));

    public Tensor Reshape(Tensor x, params long[] sizes)
        => Step(OperatorKind.Reshape, string.Empty, [x], x.reshape(sizes), Numbers.Boxed(sizes));

    /// <summary>A reshape of which one dimension may change with the neurons that it counts.</summary>
    public Tensor ReshapeAround(Tensor x, int free, params long[] sizes)
        => Step(
            OperatorKind.Reshape,
            string.Empty,
            [x],
            x.reshape(sizes),
            Numbers.Boxed([.. sizes.Select((size, d) => d == free ? -1 : size)]));

    public Tensor Flatten(Tensor x, long from, long to) => Step(OperatorKind.Flatten, string.Empty, [x], x.flatten(from, to), from, to);

    public Tensor Expand(Tensor x, int repeated, params long[] sizes)
        => Step(
            OperatorKind.Expand,
            string.Empty,
            [x],
            x.expand(sizes),
            Numbers.Boxed([.. sizes.Select((size, d) => d == repeated ? size : -1)]));

    public Tensor Permute(Tensor x, params long[] order)
        => Step(OperatorKind.Permute, string.Empty, [x], x.permute(order), Numbers.Boxed(order));

    public Tensor Transpose(Tensor x, long one, long other)
        => Step(OperatorKind.Transpose, string.Empty, [x], x.transpose(one, other), one, other);

    public Tensor Unsqueeze(Tensor x, long dim) => Step(OperatorKind.Unsqueeze, string.Empty, [x], x.unsqueeze(dim), dim);

    public Tensor Select(Tensor x, long dim, long index)
        => Step(OperatorKind.Select, string.Empty, [x], x.select(dim, index), dim, index);

    public Tensor Slice(Tensor x, long dim, long start, long finish, long step = 1)
        => Step(OperatorKind.Slice, string.Empty, [x], x.slice(dim, start, finish, step), dim, start, finish, step);

    public Tensor Cat(IReadOnlyList<Tensor> parts, long dim) => Step(OperatorKind.Cat, string.Empty, parts, cat([.. parts], dim), dim);

    public Tensor Stack(IReadOnlyList<Tensor> parts, long dim)
        => Step(OperatorKind.Stack, string.Empty, parts, stack([.. parts], dim), dim);

    public Tensor Sum(Tensor x, bool keep, params long[] dims)
        => Step(OperatorKind.Sum, string.Empty, [x], x.sum(dims, keep), [keep, .. Numbers.Boxed(dims)]);

    public Tensor Mean(Tensor x, bool keep, params long[] dims)
        => Step(OperatorKind.Mean, string.Empty, [x], x.mean(dims, keep), [keep, .. Numbers.Boxed(dims)]);

    public Tensor Amax(Tensor x, bool keep, params long[] dims)
        => Step(OperatorKind.Amax, string.Empty, [x], x.amax(dims, keep), [keep, .. Numbers.Boxed(dims)]);

    public Tensor Gather(Tensor x, long dim, long[] places)
    {
        var indices = tensor(places, device: x.device);
        return Step(OperatorKind.IndexSelect, string.Empty, [x, indices], x.index_select(dim, indices), dim);
    }

    public Tensor Flip(Tensor x, long dim) => Step(OperatorKind.Along, "Flip", [x], x.flip(dim), dim);

    public Tensor Pad(Tensor x, long[] pads, double value = 0)
        => Step(OperatorKind.Pad, "Constant", [x], nn.functional.pad(x, pads, PaddingModes.Constant, value), pads, value);

    public Tensor[] Chunk(Tensor x, long parts, long dim)
    {
        var made = x.chunk(parts, dim);
        _steps.Add(() => recorder.Add(OperatorKind.Chunk, string.Empty, Named("chunk"), [x], [parts, dim], made));
        return made;
    }

    /// <summary>Whether what was composed is what TorchSharp computed, to what its type can hold.</summary>
    public static bool IsSame(Tensor made, Tensor real)
        => TensorEntries.AreClose(
            made, real, real.dtype switch { ScalarType.Float64 => 1e-9, ScalarType.Float32 => 1e-4, _ => 2e-2 });

    /// <summary>Notes the steps, whose results are those that TorchSharp made.</summary>
    /// <exception cref="UnfollowedException">They are not.</exception>
    public void Finish(params IReadOnlyList<(Tensor Made, Tensor Real)> results)
    {
        if (!results.All(static pair => IsSame(pair.Made, pair.Real)))
        {
            throw new UnfollowedException("it computes something else than its definition");
        }

        foreach (var step in _steps)
        {
            step();
        }

        foreach (var (made, real) in results)
        {
            recorder.Same(made, real);
        }
    }

    private static string Title(OperatorKind kind, string function)
        => kind is OperatorKind.Functional or OperatorKind.Unary or OperatorKind.Binary or OperatorKind.Along ? function : kind.ToString();

    private string Named(string step) => $"{name}.{step.ToLowerInvariant()}";
}
