using DtcGen.Onnx;
using Microsoft.ML.OnnxRuntime;

var model = OnnxModel.Load(args[0]);
var findings = OnnxChecker.Check(model);

using var session = new InferenceSession(args[0]);
using var input = OrtValue.CreateTensorValueFromMemory(new float[2 * 8], [2, 8]);
using var options = new RunOptions();
using var outputs = session.Run(options, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
var logits = outputs[0].GetTensorDataAsSpan<float>();

Console.WriteLine($"{model.Statistics.Parameters} parameters, {findings.Count} findings, {logits.Length} outputs");
return model.Statistics.Parameters == (8 * 16) + 16 + (16 * 3) + 3 && findings.Count == 0 && logits.Length == 6 ? 0 : 1;
