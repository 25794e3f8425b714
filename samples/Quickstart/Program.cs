// Prunes a model in one call, without training: dotnet run -c Release --project samples/Quickstart
using DtcGen;
using DtcGen.Onnx;
using static TorchSharp.torch;

// Your trained model, by model.load("weights.dat"); here its weights are as they were drawn.
random.manual_seed(1);
using var model = new ConvNet();
model.eval();

// Some hundred samples of what it will see, without labels; here noise.
using var images = randn(256, 1, 28, 28);
using var before = model.call(images);

// Half of the multiply-adds may stay. The neurons leave that the layers behind can best do without, and these layers are refitted.
var input = OnnxInput.Batched(1, 28, 28);
var report = Pruning.Run(model, new PruneOptions
{
    Budget = OnnxBudget.MultiplyAdds(0.5, input),
    Calibration = Calibration.Inputs(images.split(64)),
});
Console.WriteLine(report);

using var after = model.call(images);
Console.WriteLine($"The outputs differ from those before by {(after - before).norm().item<float>() / before.norm().item<float>():P1}.");

// The small model as an ONNX file, and whether ONNX Runtime computes from it what the model does.
OnnxExport.Build(model, input).Save("quickstart.onnx");
var parity = OnnxParity.Compare(model, "quickstart.onnx", images);
Console.WriteLine($"quickstart.onnx: {parity}");
return parity.Passed ? 0 : 1;
