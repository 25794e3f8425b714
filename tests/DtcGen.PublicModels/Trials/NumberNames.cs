namespace DtcGen.PublicModels.Trials;

/// <summary>What numbers are likely to be, by the names of the parameters that take them.</summary>
internal static class NumberNames
{
    /// <summary>Stands for the width that all layers of a model are to have.</summary>
    public const long Width = -1;

    private static readonly (string[] Parts, long[] Numbers)[] Integers =
    [
        (["kernel", "ksize", "ks"], [3, 1, 5]),
        (["stride", "downsample"], [1, 2]),
        (["pad"], [1, 0, 2]),
        (["dilation", "dilate"], [1, 2]),
        (["numgroups", "ngroups", "normgroups"], [4, 2, 1]),
        (["group"], [1, 2, 4]),
        (["headdim", "dimhead", "headsize", "headchannels", "hdim"], [8, 16]),
        (["head"], [2, 4, 1]),
        (["layer", "depth", "block", "repeat", "stages", "times"], [2, 1, 3]),
        (["class", "labels", "nc", "actions"], [5, 3]),
        (["vocab", "numembeddings", "ntoken", "dictionary"], [32]),
        (["ratio", "reduction", "factor", "scale", "multiple", "expansion", "rate"], [2, 4, 1]),
        (["seq", "maxlen", "blocksize", "context", "maxpos", "length", "tokens"], [16, 8]),
        (["imgsize", "imagesize", "inputsize", "resolution", "height", "imgh", "imgw"], [32, 64]),
        (["patch"], [4, 2]),
        (["imagechannels", "imgchannels"], [3, 1]),
        (["index", "axis", "dim0"], [0, 1]),
        (["device"], [0]),
    ];

    private static readonly (string[] Parts, double[] Numbers)[] Reals =
    [
        (["drop"], [0, 0.1]),
        (["eps"], [1e-5]),
        (["ratio", "expan", "width", "gain", "mult", "scale"], [1, 0.5, 2, 4]),
        (["theta", "base"], [10000]),
    ];

    /// <summary>Whole numbers for a parameter, the likeliest first.</summary>
    public static IReadOnlyList<long> Whole(string name)
    {
        var plain = Plain(name);
        var known = plain switch
        {
            "k" => [3, 1],
            "s" => [1, 2],
            "p" => [1, 0],
            "g" => [1, 2],
            "d" => [1],
            "n" => [2, 1, 3],
            _ => Integers.FirstOrDefault(item => item.Parts.Any(part => plain.Contains(part, StringComparison.Ordinal))).Numbers,
        };
        return known ?? [Width, 3, 1, 4, 2];
    }

    /// <summary>Real numbers for a parameter, the likeliest first.</summary>
    public static IReadOnlyList<double> Real(string name)
        => (Plain(name) is var plain && plain == "e"
            ? [0.5, 1]
            : Reals.FirstOrDefault(item => item.Parts.Any(part => plain.Contains(part, StringComparison.Ordinal))).Numbers) ?? [0.5, 1, 2];

    private static string Plain(string name)
        => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
