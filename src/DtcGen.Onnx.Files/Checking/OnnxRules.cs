namespace DtcGen.Onnx;

/// <summary>The ids of the rules that <see cref="OnnxChecker"/> applies. They never change meaning.</summary>
public static class OnnxRules
{
    /// <summary>The file format version is there and is a known one.</summary>
    public const string IrVersion = "model.ir-version";

    /// <summary>The model says which operator sets it uses, once for each domain, and they are known ones.</summary>
    public const string Opset = "model.opset";

    /// <summary>Metadata keys are given once.</summary>
    public const string Metadata = "model.metadata";

    /// <summary>There is a graph and it has a name.</summary>
    public const string GraphName = "graph.name";

    /// <summary>Inputs and outputs have names and types.</summary>
    public const string Type = "graph.type";

    /// <summary>No dimension is negative.</summary>
    public const string Dimension = "graph.dimension";

    /// <summary>No two inputs, two outputs or two stored tensors share a name.</summary>
    public const string UniqueName = "graph.unique-name";

    /// <summary>No two nodes share a name. Runtimes refuse it.</summary>
    public const string NodeName = "graph.node-name";

    /// <summary>A node uses only values that are made before it.</summary>
    public const string Order = "graph.order";

    /// <summary>A value is made once.</summary>
    public const string SingleAssignment = "graph.single-assignment";

    /// <summary>Every output of the graph is made by something.</summary>
    public const string Output = "graph.output";

    /// <summary>What the file declares of a value, its type and shape, is what the node or tensor that makes it gives.</summary>
    public const string Declared = "graph.declared";

    /// <summary>The operator exists in the operator set.</summary>
    public const string Operator = "node.operator";

    /// <summary>The node has as many inputs as its operator takes.</summary>
    public const string Inputs = "node.inputs";

    /// <summary>The node has as many outputs as its operator gives.</summary>
    public const string Outputs = "node.outputs";

    /// <summary>The operator has the attribute; it is given once, and all required ones are given.</summary>
    public const string Attribute = "node.attribute";

    /// <summary>The attribute has the operator's type, and holds a value of that type alone.</summary>
    public const string AttributeType = "node.attribute-type";

    /// <summary>Inputs and outputs have types that the operator takes and gives, and one type where it wants one.</summary>
    public const string NodeType = "node.type";

    /// <summary>The shapes of the inputs, and the attributes about them, go together as the operator wants.</summary>
    public const string NodeShape = "node.shape";

    /// <summary>A tensor says a known type and has its data in one place, of a kind that the type allows.</summary>
    public const string TensorType = "tensor.type";

    /// <summary>A tensor has as much data as its dimensions say.</summary>
    public const string TensorSize = "tensor.size";

    /// <summary>A sparse tensor has values, an index for each, and positive dimensions.</summary>
    public const string SparseTensor = "tensor.sparse";

    /// <summary>Data outside the file is named by a path inside the model's folder, exists, and is long enough.</summary>
    public const string ExternalData = "tensor.external-data";
}
