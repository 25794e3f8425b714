using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>What an Einsum's equation says: the letters of its output, and the size that each letter has.</summary>
internal sealed record EinsumTerms(string Output, IReadOnlyDictionary<char, OnnxDimension> Sizes)
{
    /// <summary>Reads an equation; null for one with an ellipsis or that does not fit the inputs.</summary>
    public static EinsumTerms? Read(NodeProto node, Func<int, IReadOnlyList<OnnxDimension>?> shape)
    {
        var sides = node.Text("equation", "").Replace(" ", "", StringComparison.Ordinal).Split("->");
        var terms = sides[0].Split(',');
        if (sides[0].Contains('.') || terms.Length != node.Input.Count)
        {
            return null;
        }

        var sizes = new Dictionary<char, OnnxDimension>();
        for (var i = 0; i < terms.Length; i++)
        {
            if (shape(i) is not { } dimensions || dimensions.Count != terms[i].Length)
            {
                return null;
            }

            foreach (var (letter, dimension) in terms[i].Zip(dimensions))
            {
                // Of two sizes the one that is not broadcast counts.
                sizes[letter] = sizes.TryGetValue(letter, out var known) && known.Value != 1 ? known : dimension;
            }
        }

        var output = sides.Length > 1
            ? sides[1]
            : new string([
                .. sides[0].Where(char.IsLetter).GroupBy(static c => c).Where(static g => g.Count() == 1).Select(static g => g.Key).Order()
            ]);
        return output.All(sizes.ContainsKey) ? new EinsumTerms(output, sizes) : null;
    }
}
