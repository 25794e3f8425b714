using DtcGen;
using DtcGen.Onnx;

namespace NoEngine;

/// <summary>What can be done without any engine: see which classes are marked, and look into ONNX files.</summary>
public static class AttributeAlone
{
    public static IEnumerable<string> Kept(Type model)
        => model.GetCustomAttributes(typeof(DualTomographicAttribute), inherit: false).Cast<DualTomographicAttribute>().SelectMany(mark => mark.Keep);

    public static IReadOnlyList<OnnxFinding> Check(string path) => OnnxChecker.Check(OnnxModel.Load(path));
}
