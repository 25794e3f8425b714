namespace DtcGen.Onnx;

/// <summary>Signals and their spectra. Transforms count no multiply-adds: no product of matrices is asked for.</summary>
internal static class SignalRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("BlackmanWindow", new OperatorRule(Window)),
        ("HammingWindow", new OperatorRule(Window)),
        ("HannWindow", new OperatorRule(Window)),
        ("MelWeightMatrix", new OperatorRule(MelWeights)),
        ("DFT", new OperatorRule(Spectrum)),
        ("STFT", new OperatorRule(Spectra)),
    ];

    private static OnnxElementType Type(NodeShapes node) => (OnnxElementType)node.Node.Int("output_datatype", (long)OnnxElementType.Float);

    private static void Window(NodeShapes node) => node.Set(0, Type(node), [One(node, 0) ?? node.UnknownDimension()]);

    private static void MelWeights(NodeShapes node) => node.Set(
        0,
        Type(node),
        [One(node, 1) is { } length ? OneSide(length) : node.UnknownDimension(), One(node, 0) ?? node.UnknownDimension()]);

    private static void Spectrum(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        var inverse = node.Node.Int("inverse", 0) != 0;
        var oneSided = node.Node.Int("onesided", 0) != 0;
        var given = node.Opset < 20 ? node.Node.Int("axis", 1) : node.Has(2) ? node.Number(2) : -2;
        if (node.Shape(0) is { Count: > 1 } x)
        {
            var spectrum = x.ToArray();
            spectrum[^1] = inverse && oneSided ? 1 : 2;
            if (given is not long axis || NodeShapes.Axis(axis, x.Count) is not int at)
            {
                spectrum = [.. node.UnknownShape(x.Count - 1), spectrum[^1]];
            }
            else if (node.Has(1) || oneSided)
            {
                var length = node.Has(1) ? One(node, 1) : inverse ? (x[at] - 1) * 2 : x[at];
                spectrum[at] = length is not { } full ? node.UnknownDimension() : oneSided && !inverse ? OneSide(full) : full;
            }

            shape = spectrum;
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void Spectra(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is [var batch, var signal, _])
        {
            var length = One(node, 3) ?? (node.Shape(2) is [var window] ? window : (OnnxDimension?)null);
            var frames = length is { } frame && node.Number(1) is > 0 and long step
                ? (signal - frame).FloorDivide(step) + 1
                : node.UnknownDimension();
            var bins = length is not { } full ? node.UnknownDimension() : node.Node.Int("onesided", 1) != 0 ? OneSide(full) : full;
            shape = [batch, frames, bins, 2];
        }

        node.Set(0, node.Type(0), shape);
    }

    private static OnnxDimension? One(NodeShapes node, int input) => node.Contents(input) is [var one] ? one : (OnnxDimension?)null;

    private static OnnxDimension OneSide(OnnxDimension length) => length.FloorDivide(2) + 1;
}
