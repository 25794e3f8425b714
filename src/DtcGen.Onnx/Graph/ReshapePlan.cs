namespace DtcGen.Onnx;

/// <summary>How a reshape is told to ONNX.</summary>
internal static class ReshapePlan
{
    /// <summary>The target shape with −1 replaced by what it comes to.</summary>
    public static IReadOnlyList<OnnxDimension> Resolve(
        string name, OnnxValue input, IReadOnlyList<OnnxDimension> shape, Func<OnnxDimension> unknown)
    {
        string Error(string what) => $"{name}: {input} cannot take the shape [{string.Join(", ", shape)}]: {what}.";

        int[] open = [.. Enumerable.Range(0, shape.Count).Where(i => shape[i].Value == -1)];
        if (open.Length > 1 || shape.Any(static d => d.Value < -1))
        {
            throw new OnnxExportException(Error("one dimension at most may be -1, none lower"));
        }

        if (shape.Any(static d => d.Value == 0))
        {
            throw new OnnxExportException(Error("ONNX reads a 0 as «keep», so an empty dimension cannot be told"));
        }

        // Dimensions on both sides cancel, which leaves numbers in the usual case of a symbolic batch.
        var have = input.Shape.ToList();
        var want = shape.Where(static d => d.Value != -1).ToList();
        foreach (var symbol in want.Where(static d => !d.IsStatic).ToList())
        {
            if (have.Remove(symbol))
            {
                want.Remove(symbol);
            }
        }

        var total = Shapes.StaticProduct(have);
        var taken = Shapes.StaticProduct(want);
        if (open.Length == 0)
        {
            return total is long all && taken is long part && all != part
                ? throw new OnnxExportException(Error("it has another number of entries"))
                : shape;
        }

        OnnxDimension rest;
        if (total is long entries && taken is long divisor)
        {
            if (divisor == 0 || entries % divisor != 0)
            {
                throw new OnnxExportException(Error("its entries do not divide evenly"));
            }

            rest = entries / divisor;
        }
        else if (want.Count == 0 || taken == 1)
        {
            rest = Shapes.Product(have);
        }
        else
        {
            rest = unknown();
        }

        return [.. shape.Select((d, i) => i == open[0] ? rest : d)];
    }

    /// <summary>
    /// Reshape's constant list of sizes (0 keeps the input's dimension at that place, −1 takes the rest), or null when
    /// no such list says it.
    /// </summary>
    public static long[]? Sizes(IReadOnlyList<OnnxDimension> input, IReadOnlyList<OnnxDimension> target)
    {
        var sizes = new long[target.Count];
        var inferred = false;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (target[i].Value is long number)
            {
                sizes[i] = number;
            }
            else if (i < input.Count && input[i] == target[i])
            {
                sizes[i] = 0;
            }
            else if (!inferred)
            {
                inferred = true;
                sizes[i] = -1;
            }
            else
            {
                return null;
            }
        }

        return sizes;
    }
}
