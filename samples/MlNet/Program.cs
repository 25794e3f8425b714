// An exported file in ML.NET: dotnet run -c Release --project samples/MlNet [-- FILE.onnx]
// FILE is one of samples/Mnist's; without it, the pruned one that the inference app ships with. Nothing of DtcGen runs the model.
using DtcGen.Datasets;
using Microsoft.ML;

var file = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "pruned.onnx");

// Digits that are drawn here (the network has learned from real handwriting), as it takes them: (pixel / 255 − mean) / deviation.
var drawn = SyntheticDigits.Create(trainCount: 1, testCount: 500, seed: 1).Test;
var pixels = Mnist.Normalization.Apply(drawn.Pixels, 1, drawn.ImageSize);
var digits = drawn.Labels.Zip(
    pixels.Chunk(drawn.ImageSize), (label, image) => new Digit { Label = label, Pixels = image });

// A column of 784 numbers is taken for the input of [batch, 1, 28, 28].
var ml = new MLContext();
var data = ml.Data.LoadFromEnumerable(digits);
var pipeline = ml.Transforms.ApplyOnnxModel(outputColumnName: "output", inputColumnName: "x", modelFile: file);
var scored = pipeline.Fit(data).Transform(data);

var rows = ml.Data.CreateEnumerable<Scores>(scored, reuseRowObject: false).ToArray();
var right = rows.Count(row => row.Output.AsSpan().IndexOf(row.Output.Max()) == row.Label);
Console.WriteLine($"{Path.GetFileName(file)} under ML.NET: {right} of {rows.Length} drawn digits are recognised.");
