namespace DtcGen.Onnx;

/// <summary>A model cannot be expressed in ONNX as asked; the message names the operation and what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The error behind it, if any.</param>
public sealed class OnnxExportException(string message, Exception? inner = null) : Exception(message, inner);
