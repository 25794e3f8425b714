namespace TorchSharp;

/// <summary>What is done to one row of a strided loop.</summary>
internal interface IRow
{
    /// <summary>Handles <paramref name="count"/> elements of up to four operands, each with its first element and stride.</summary>
    void Run(nint count, nint at0, nint step0, nint at1, nint step1, nint at2, nint step2, nint at3, nint step3);
}
