using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Activations: element-wise, and softmax.
public sealed partial class OnnxGraph
{
    /// <summary><c>max(x, 0)</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Relu(string name, OnnxValue input) => Like("Relu", name, input);

    /// <summary><c>min(max(x, 0), 6)</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Relu6(string name, OnnxValue input) => Hardtanh(name, input, 0, 6);

    /// <summary>x where positive, else x times the slope.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="negative_slope">The slope.</param>
    public OnnxValue LeakyRelu(string name, OnnxValue input, double negative_slope = 0.01)
        => Like("LeakyRelu", name, input, OnnxAttributes.Make("alpha", negative_slope));

    /// <summary>x where positive, else <c>alpha * (exp(x) - 1)</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="alpha">The limit for very negative x, negated.</param>
    public OnnxValue Elu(string name, OnnxValue input, double alpha = 1) => Like("Elu", name, input, OnnxAttributes.Make("alpha", alpha));

    /// <summary><c>x / 2 * (1 + erf(x / √2))</c>: a node of its own from opset 20, spelt out below it.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Gelu(string name, OnnxValue input)
    {
        NeedFloating(input, name);
        if (Opset >= 20)
        {
            return Like("Gelu", name, input);
        }

        var scaled = Div($"{name}/Div", input, Math.Sqrt(2));
        var erf = Like("Erf", $"{name}/Erf", scaled);
        var cumulative = Add($"{name}/Add", erf, 1);
        var product = Mul($"{name}/Mul", input, cumulative);
        return Mul(name, product, 0.5);
    }

    /// <summary><c>x * sigmoid(x)</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Silu(string name, OnnxValue input) => Mul(name, input, Sigmoid($"{name}/Sigmoid", input));

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Sigmoid(string name, OnnxValue input) => Like("Sigmoid", name, input);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Tanh(string name, OnnxValue input) => Like("Tanh", name, input);

    /// <summary><c>log(1 + exp(beta * x)) / beta</c>, and x itself where <c>beta * x</c> is above the threshold.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="beta">How sharp the bend is.</param>
    /// <param name="threshold">Where the straight part begins.</param>
    public OnnxValue Softplus(string name, OnnxValue input, double beta = 1, double threshold = 20)
    {
        var scaled = beta == 1 ? input : Mul($"{name}/Mul", input, beta);

        // Above 17 the two branches are the same float32 number, so the switch between them need not be spelt out.
        var switches = threshold < 17 || input.ElementType == OnnxElementType.Double;
        var divides = beta != 1;
        var smooth = Like("Softplus", switches || divides ? $"{name}/Softplus" : name, scaled);
        if (divides)
        {
            smooth = Div(switches ? $"{name}/Div" : name, smooth, beta);
        }

        if (!switches)
        {
            return smooth;
        }

        var straight = Node(
            "Greater", $"{name}/Greater", [scaled, Constant(name, threshold, input.ElementType)], OnnxElementType.Bool, input.Shape);
        return Node("Where", name, [straight, input, smooth], input.ElementType, input.Shape);
    }

    /// <summary>x, limited to the range.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="min_val">The lower limit.</param>
    /// <param name="max_val">The upper limit.</param>
    /// <param name="inplace">Whether TorchSharp's works in place in the model; otherwise it may return its input unclamped.</param>
    /// <exception cref="OnnxExportException">It does not, and the TorchSharp at hand does not clamp then (0.107.0 does not).</exception>
    public OnnxValue Hardtanh(string name, OnnxValue input, double min_val = -1, double max_val = 1, bool inplace = true)
        => inplace || HardtanhClamps.Value
            ? Clamp(name, input, min_val, max_val)
            : throw new OnnxExportException(
                $"{name}: Hardtanh that does not work in place returns its input unclamped in this version of TorchSharp, " +
                "so the file would compute what the model does not. Write x.clamp(min, max) in forward, or say inplace: true.");

    /// <summary><c>min(max(x / 6 + 1/2, 0), 1)</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Hardsigmoid(string name, OnnxValue input)
        => Like("HardSigmoid", name, input, OnnxAttributes.Make("alpha", 1.0 / 6), OnnxAttributes.Make("beta", 0.5));

    /// <summary><c>x * hardsigmoid(x)</c>: a node of its own from opset 14.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Hardswish(string name, OnnxValue input)
        => Opset >= 14 ? Like("HardSwish", name, input) : Mul(name, input, Hardsigmoid($"{name}/HardSigmoid", input));

    /// <summary><c>x * tanh(softplus(x))</c>: a node of its own from opset 18.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Mish(string name, OnnxValue input)
    {
        if (Opset >= 18)
        {
            return Like("Mish", name, input);
        }

        var softplus = Like("Softplus", $"{name}/Softplus", input);
        return Mul(name, input, Tanh($"{name}/Tanh", softplus));
    }

    /// <summary>Softmax along a dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="dim">The dimension whose entries sum to one.</param>
    public OnnxValue Softmax(string name, OnnxValue input, long dim) => AlongAxis("Softmax", name, input, dim);

    /// <summary>The logarithm of softmax along a dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="dim">The dimension along which the exponentials sum to one.</param>
    public OnnxValue LogSoftmax(string name, OnnxValue input, long dim) => AlongAxis("LogSoftmax", name, input, dim);

    /// <summary>x where positive, else x times a learnt slope.</summary>
    /// <param name="name">The layer's name; the slopes become <c>name.weight</c>.</param>
    /// <param name="input">x, shape [batch, channels, *].</param>
    /// <param name="weight">One slope, or one for each channel.</param>
    public OnnxValue PRelu(string name, OnnxValue input, Tensor weight)
    {
        var count = weight.numel();
        if (count > 1 && (input.Rank < 2 || (input.Shape[1].Value is long channels && channels != count)))
        {
            throw new OnnxExportException($"{name}: {count} slopes do not fit {input}, whose second dimension are the channels.");
        }

        // ONNX lines the slopes up with the last dimensions, so one per channel needs a 1 for every dimension behind.
        var behind = count > 1 ? input.Rank - 2 : 0;
        var slopes = behind == 0
            ? Parameter($"{name}.weight", weight)
            : Parameter($"{name}.weight", weight, $"rank{behind + 1}", w => w.reshape([count, .. Enumerable.Repeat(1L, behind)]));
        return Node("PRelu", name, [input, slopes], input.ElementType, input.Shape);
    }

    private static readonly Lazy<bool> HardtanhClamps = new(static () =>
    {
        using var two = tensor(2f);
        using var clamped = nn.functional.hardtanh(two);
        return clamped.item<float>() == 1;
    });

    private OnnxValue AlongAxis(string opType, string name, OnnxValue input, long dim)
    {
        NeedFloating(input, name);
        return Like(opType, name, input, OnnxAttributes.Make("axis", (long)Axis(dim, input.Rank, name)));
    }
}
