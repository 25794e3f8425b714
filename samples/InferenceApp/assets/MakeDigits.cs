#:project ../../../src/DtcGen.Datasets/DtcGen.Datasets.csproj
#:package SixLabors.ImageSharp

// Draws the digits that ship with the app: LABEL-NUMBER.png, 28 × 28, light on dark.
using DtcGen.Datasets;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

string folder = args is [var only] ? only : throw new ArgumentException("Say where to: dotnet run --file MakeDigits.cs -- FOLDER");
const int each = 2;
const int skip = 40;
LabeledImages digits = SyntheticDigits.Create(trainCount: 1, testCount: skip + 10 * each, seed: 42).Test;
for (int image = skip; image < digits.Count; image++)
{
    int size = digits.ImageSize;
    using Image<L8> picture = Image.LoadPixelData<L8>(digits.Pixels.AsSpan(image * size, size).ToArray(), digits.Width, digits.Height);
    picture.SaveAsPng(Path.Combine(folder, $"{digits.Labels[image]}-{(image - skip) / 10 + 1}.png"));
}
