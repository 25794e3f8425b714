namespace DtcGen.Saving;

/// <summary>Sizes in messages.</summary>
internal static class Sizes
{
    /// <summary>As <c>[10, 784]</c>.</summary>
    public static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
