namespace DtcGen.Onnx;

/// <summary>Says what follows for a node's outputs from what is known of its inputs; what it cannot tell it leaves unknown.</summary>
internal delegate void ShapeRule(NodeShapes node);

/// <summary>The multiplications that a node does, its outputs being settled; null when a shape that they depend on is not known.</summary>
internal delegate OnnxDimension? CostRule(NodeShapes node);

/// <summary>What is known of an operator.</summary>
/// <param name="Shape">How its outputs' shapes follow from its inputs'.</param>
/// <param name="Cost">How its multiply-adds are counted; null where it does no matrix product or convolution.</param>
internal sealed record OperatorRule(ShapeRule Shape, CostRule? Cost = null);
