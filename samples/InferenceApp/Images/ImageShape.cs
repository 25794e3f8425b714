namespace DtcGen.Samples.InferenceApp;

/// <summary>The images that a model takes.</summary>
/// <param name="Channels">1 for grey, 3 for red, green, blue.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
internal sealed record ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Numbers in one image.</summary>
    public int Length => Channels * Height * Width;

    public override string ToString() => Channels == 1 ? $"{Width} × {Height}" : $"{Width} × {Height} × {Channels}";
}
