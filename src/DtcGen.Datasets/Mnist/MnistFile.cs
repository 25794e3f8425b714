namespace DtcGen.Datasets;

/// <summary>A file of a data set as its mirrors offer it.</summary>
/// <param name="Name">The file's name, to be put behind a mirror's address.</param>
/// <param name="Md5">The MD5 sum of its content, 32 lower-case hexadecimal digits.</param>
internal sealed record MnistFile(string Name, string Md5);
