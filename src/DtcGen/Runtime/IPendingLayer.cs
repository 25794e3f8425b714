namespace DtcGen.Runtime;

/// <summary>A layer's smaller tensors, made and not yet in place.</summary>
internal interface IPendingLayer
{
    /// <summary>Puts them in place and disposes the old ones.</summary>
    void Commit();
}
