namespace DtcGen.Onnx;

/// <summary>What is known of a version of an operator.</summary>
internal enum OperatorStatus
{
    /// <summary>Its inputs, outputs, attributes and types.</summary>
    InForce,

    /// <summary>It is withdrawn from here on.</summary>
    Withdrawn,

    /// <summary>Its name alone: a runtime writes it, and the format does not describe it.</summary>
    NameAlone,
}
