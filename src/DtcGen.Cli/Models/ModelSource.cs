using DtcGen.Onnx;

namespace DtcGen.Cli.Models;

/// <summary>Reads the model files that a command line names.</summary>
internal static class ModelSource
{
    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CliException">It cannot be used; the message names it and says why.</exception>
    public static OnnxFile Load(string path)
    {
        try
        {
            return OnnxFile.Load(path);
        }
        catch (OnnxModelException e)
        {
            throw new CliException(e.Message);
        }
    }
}
