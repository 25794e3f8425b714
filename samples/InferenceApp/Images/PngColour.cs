namespace DtcGen.Samples.InferenceApp;

/// <summary>PNG's colour types, by their numbers in the file.</summary>
internal enum PngColour : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
