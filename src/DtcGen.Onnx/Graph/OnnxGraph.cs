namespace DtcGen.Onnx;

/// <summary>Builds an ONNX graph, one method per operation of TorchSharp.</summary>
public sealed class OnnxGraph
{
}
